<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("errorTitle")}
  <#elseif section = "form">
    <div id="kc-error-message" class="ka-stack">
      <p class="ka-lead">${kcSanitize(message.summary)?no_esc}</p>
      <p>${msg("kaErrorHelp")}</p>
      <#if traceId??><p class="ka-quiet" id="traceId">${msg("traceIdSupportMessage", traceId)}</p></#if>
      <p class="ka-buttons"><a class="ka-button" id="backToApplication" href="${layout.portal}/">${msg("backToApplication")}</a></p>
    </div>
  </#if>
</@layout.registrationLayout>
