<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=((message.type)!"") != "warning" displayInfo=!isAppInitiatedAction??; section>
  <#if section = "header">
    ${msg("emailVerifyTitle")}
  <#elseif section = "form">
    <p><#if verifyEmail??>${msg("emailVerifyInstruction1", verifyEmail)}<#else>${msg("emailVerifyInstruction4", user.email)}</#if></p>
    <#if isAppInitiatedAction??>
    <form id="kc-verify-email-form" action="${url.loginAction}" method="post" data-ka-once>
      <div class="ka-buttons">
        <button class="ka-button" type="submit">${msg((verifyEmail??)?then("emailVerifyResend", "emailVerifySend"))}</button>
        <button class="ka-button ka-button-secondary" type="submit" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button>
      </div>
    </form>
    </#if>
  <#elseif section = "info">
    <p>${msg("emailVerifyInstruction2")} <a href="${url.loginAction}">${msg("emailVerifyResend")}</a></p>
  </#if>
</@layout.registrationLayout>
