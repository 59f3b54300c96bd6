<#import "template.ftl" as layout>
<#-- Something with a passkey went wrong: once more, or the way out. -->
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("webauthn-error-title")}
  <#elseif section = "form">
    <form id="kc-error-credential-form" action="${url.loginAction}" method="post" data-ka-once>
      <input type="hidden" name="authenticationExecution" value="${execution}">
      <input type="hidden" name="isSetRetry" value="retry">
      <div class="ka-buttons">
        <button class="ka-button" type="submit" id="kc-try-again">${msg("doTryAgain")}</button>
        <#if isAppInitiatedAction??>
        <button class="ka-button ka-button-secondary" type="submit" id="cancelWebAuthnAIA" name="cancel-aia" value="true">${msg("doCancel")}</button>
        </#if>
      </div>
    </form>
    <#if !isAppInitiatedAction??>
    <p class="ka-quiet">${msg("kaPasskeyInstead")} <a href="${layout.portal}/zugang">${msg("kaPasskeyInsteadLink")}</a></p>
    </#if>
  </#if>
</@layout.registrationLayout>
