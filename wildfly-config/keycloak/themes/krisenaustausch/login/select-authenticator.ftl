<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("loginChooseAuthenticator")}
  <#elseif section = "form">
    <form id="kc-select-credential-form" action="${url.loginAction}" method="post">
      <ul class="ka-list">
        <#list auth.authenticationSelections as way>
        <li class="ka-entry">
          <button class="ka-link-button ka-entry-title" type="submit" name="authenticationExecution" value="${way.authExecId}">${msg(way.displayName)}</button>
          <p class="ka-entry-text">${msg(way.helpText)}</p>
        </li>
        </#list>
      </ul>
    </form>
  </#if>
</@layout.registrationLayout>
