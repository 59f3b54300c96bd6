<#import "template.ftl" as layout>
<#-- A newcomer says what she wants to sign in with from now on; Keycloak then leads her there. -->
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("kaTicketTitle")}
  <#elseif section = "form">
    <p>${msg("kaTicketLead")}</p>
    <form id="ka-ticket-choice" action="${url.loginAction}" method="post" data-ka-once>
      <dl>
        <dt>${msg("kaPasskey")}</dt>
        <dd>${msg("kaPasskeyHelp")}</dd>
        <dt>${msg("password")}</dt>
        <dd>${msg("kaPasswordHelp")}</dd>
      </dl>
      <div class="ka-buttons">
        <button class="ka-button" id="ka-choose-password" type="submit" name="choice" value="password">${msg("kaChoosePassword")}</button>
        <button class="ka-button ka-button-secondary" id="ka-choose-passkey" type="submit" name="choice" value="passkey">${msg("kaChoosePasskey")}</button>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
