<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username"); section>
  <#if section = "header">
    ${msg("emailForgotTitle")}
  <#elseif section = "form">
    <p>${msg(realm.duplicateEmailsAllowed?then("emailInstructionUsername", "emailInstruction"))}</p>
    <form id="kc-reset-password-form" action="${url.loginAction}" method="post" data-ka-once>
      <@field.text name="username" label=msg(realm.loginWithEmailAllowed?then("usernameOrEmail", "username")) value=(auth.attemptedUsername!"") autocomplete="username" focus=true error=messagesPerField.get("username")/>
      <div class="ka-buttons">
        <button class="ka-button" type="submit">${msg("kaSendLink")}</button>
        <a class="ka-button ka-button-quiet" href="${url.loginUrl}">${msg("backToLogin")}</a>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
