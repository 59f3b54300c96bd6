<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "passkeys.ftl" as passkeys>
<#assign wrong = messagesPerField.existsError("username", "password")>
<@layout.registrationLayout bodyClass=(usernameHidden??)?then("", "columns") displayMessage=!wrong displayInfo=!usernameHidden??; section>
  <#if section = "header">
    ${msg("loginAccountTitle")}
  <#elseif section = "form">
    <#if realm.password>
    <form id="kc-form-login" action="${url.loginAction}" method="post" data-ka-once>
      <input type="hidden" id="id-hidden-input" name="credentialId"<#if auth.selectedCredential?has_content> value="${auth.selectedCredential}"</#if>>
      <#if !usernameHidden??>
      <@field.text name="username" label=msg(realm.loginWithEmailAllowed?then("usernameOrEmail", "username")) value=(login.username!"") autocomplete=(enableWebAuthnConditionalUI?has_content)?then("username webauthn", "username") focus=!(login.username?has_content)
        error=wrong?then(messagesPerField.getFirstError("username", "password"), "")/>
      <@field.password name="password" label=msg("password") errorOf=wrong?then("username", "") focus=login.username?has_content/>
      <#else>
      <@field.password name="password" label=msg("password") error=wrong?then(messagesPerField.getFirstError("username", "password"), "") focus=true/>
      </#if>
      <#if realm.rememberMe && !usernameHidden??><@field.check name="rememberMe" label=msg("rememberMe") checked=login.rememberMe??/></#if>
      <div class="ka-buttons">
        <button class="ka-button" name="login" id="kc-login" type="submit">${msg("doLogIn")}</button>
        <#if realm.resetPasswordAllowed><a class="ka-button ka-button-quiet" href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></#if>
      </div>
    </form>
    <@passkeys.conditionalUIData/>
    </#if>
  <#elseif section = "socialProviders">
    <#if realm.password && social?? && social.providers?has_content>
    <section aria-labelledby="kc-others">
      <h2 id="kc-others">${msg("identity-provider-login-label")}</h2>
      <ul class="ka-plain" id="kc-social-providers">
        <#list social.providers as provider>
        <li><a class="ka-button ka-button-secondary" id="social-${provider.alias}" href="${provider.loginUrl}">${provider.displayName!}</a></li>
        </#list>
      </ul>
    </section>
    </#if>
  <#elseif section = "info">
    <h2 class="ka-aside-title">${msg("kaAccessTitle")}</h2>
    <#if realm.password && realm.registrationAllowed && !registrationDisabled??>
    <p>${msg("noAccount")} <a href="${url.registrationUrl}">${msg("doRegister")}</a></p>
    <#else>
    <p>${msg("kaAccess")} <a href="${layout.portal}/registrieren">${msg("doRegister")}</a></p>
    </#if>
    <h2 class="ka-aside-title">${msg("kaCareTitle")}</h2>
    <p>${msg("kaCare")}</p>
  </#if>
</@layout.registrationLayout>
