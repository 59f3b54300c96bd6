<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username"); section>
  <#if section = "header">
    ${msg("loginAccountTitle")}
  <#elseif section = "form">
    <#if realm.password>
    <form id="kc-form-login" action="${url.loginAction}" method="post" data-ka-once>
      <#if !usernameHidden??>
      <@field.text name="username" label=msg(realm.loginWithEmailAllowed?then("usernameOrEmail", "username")) value=(login.username!"") autocomplete=(enableWebAuthnConditionalUI?has_content)?then("username webauthn", "username") focus=true error=messagesPerField.get("username")/>
      </#if>
      <#if realm.rememberMe && !usernameHidden??><@field.check name="rememberMe" label=msg("rememberMe") checked=login.rememberMe??/></#if>
      <div class="ka-buttons"><button class="ka-button" name="login" id="kc-login" type="submit">${msg("doContinue")}</button></div>
    </form>
    <@passkeys.conditionalUIData/>
    </#if>
  </#if>
</@layout.registrationLayout>
