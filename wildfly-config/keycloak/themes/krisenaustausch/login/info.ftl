<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <#if messageHeader??>${kcSanitize(msg("${messageHeader}"))?no_esc}<#else>${message.summary?remove_ending(".")}</#if>
  <#elseif section = "form">
    <div id="kc-info-message" class="ka-stack">
      <#if messageHeader??><p>${message.summary}</p></#if>
      <#list requiredActions![]>
      <ul class="ka-prose"><#items as action><li>${kcSanitize(msg("requiredAction.${action}"))?no_esc}</li></#items></ul>
      </#list>
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
