<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("logoutConfirmTitle")}
  <#elseif section = "form">
    <p>${msg("logoutConfirmHeader")}</p>
    <form id="kc-logout-confirm" action="${url.logoutConfirmAction}" method="post" data-ka-once>
      <input type="hidden" name="session_code" value="${logoutConfirm.code}">
      <div class="ka-buttons">
        <button class="ka-button" name="confirmLogout" id="kc-logout" type="submit">${msg("doLogout")}</button>
        <#if !logoutConfirm.skipLink><a class="ka-button ka-button-secondary" href="${layout.portal}/">${msg("kaStay")}</a></#if>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
