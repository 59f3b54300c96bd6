<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("pageExpiredTitle")}
  <#elseif section = "form">
    <p>${msg("kaExpired")}</p>
    <p class="ka-buttons">
      <a class="ka-button" id="loginContinueLink" href="${url.loginAction}">${msg("kaExpiredContinue")}</a>
      <a class="ka-button ka-button-secondary" id="loginRestartLink" href="${url.loginRestartFlowUrl}">${msg("kaExpiredRestart")}</a>
    </p>
  </#if>
</@layout.registrationLayout>
