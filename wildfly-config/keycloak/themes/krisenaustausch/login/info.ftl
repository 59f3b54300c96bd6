<#import "template.ftl" as layout>
<#assign actions><#list requiredActions![]><#items as action>${msg("requiredAction.${action}")}<#sep>, </#items></#list></#assign>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <#if messageHeader??>${kcSanitize(msg("${messageHeader}"))?no_esc}<#else>${message.summary?remove_ending(".")}</#if>
  <#elseif section = "form">
    <div id="kc-info-message" class="ka-stack">
      <#if messageHeader?? || actions?has_content>
      <p>${message.summary}<#if actions?has_content>: <strong>${actions}</strong></#if></p>
      </#if>
      <p class="ka-buttons">
        <#if pageRedirectUri?has_content>
        <a class="ka-button" href="${pageRedirectUri}">${msg("backToApplication")}</a>
        <#elseif actionUri?has_content>
        <a class="ka-button" href="${actionUri}">${msg("proceedWithAction")}</a>
        <#else>
        <a class="ka-button" href="${layout.portal}/">${msg("backToApplication")}</a>
        </#if>
      </p>
    </div>
  </#if>
</@layout.registrationLayout>
