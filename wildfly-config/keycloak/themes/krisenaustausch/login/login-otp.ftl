<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp"); section>
  <#if section = "header">
    ${msg("kaSecondStep")}
  <#elseif section = "form">
    <form id="kc-otp-login-form" action="${url.loginAction}" method="post" data-ka-once>
      <#if otpLogin.userOtpCredentials?size gt 1>
      <fieldset class="ka-field">
        <legend class="ka-label">${msg("kaDevice")}</legend>
        <#list otpLogin.userOtpCredentials as device>
        <div class="ka-check"><input id="kc-otp-credential-${device?index}" type="radio" name="selectedCredentialId" value="${device.id}"<#if device.id == otpLogin.selectedCredentialId> checked</#if>><label for="kc-otp-credential-${device?index}">${device.userLabel!}</label></div>
        </#list>
      </fieldset>
      </#if>
      <@field.text name="otp" label=msg("loginOtpOneTime") help=msg("kaCodeHelp") autocomplete="one-time-code" inputmode="numeric" error=messagesPerField.get("totp") focus=true/>
      <div class="ka-buttons"><button class="ka-button" name="login" id="kc-login" type="submit">${msg("doLogIn")}</button></div>
    </form>
  </#if>
</@layout.registrationLayout>
