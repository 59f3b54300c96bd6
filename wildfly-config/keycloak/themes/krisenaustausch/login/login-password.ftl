<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("password"); section>
  <#if section = "header">
    ${msg("doLogIn")}
  <#elseif section = "form">
    <form id="kc-form-login" action="${url.loginAction}" method="post" data-ka-once>
      <@field.password name="password" label=msg("password") error=messagesPerField.get("password") focus=true/>
      <div class="ka-buttons">
        <button class="ka-button" name="login" id="kc-login" type="submit">${msg("doLogIn")}</button>
        <#if realm.resetPasswordAllowed><a class="ka-button ka-button-quiet" href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></#if>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
