<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "password-commons.ftl" as passwordCommons>
<#-- Keycloak's script asks for the passkey's name in a box of the browser's; here it is a field. Somebody who was led here by her personal link is told how to choose a password after all. -->
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("webauthn-registration-title")}
  <#elseif section = "form">
    <p>${msg("kaPasskeyLead")}</p>
    <form id="register" action="${url.loginAction}" method="post">
      <#list ["clientDataJSON", "attestationObject", "publicKeyCredentialId", "authenticatorLabel", "transports", "authenticatorAttachment", "error"] as name>
      <input type="hidden" id="${name}" name="${name}">
      </#list>
      <@field.text name="ka-passkey-name" label=msg("kaPasskeyName") help=msg("kaPasskeyNameHelp") value=msg("webauthn-registration-init-label")/>
      <#if isAppInitiatedAction??><@passwordCommons.logoutOtherSessions/></#if>
      <div class="ka-buttons">
        <button class="ka-button" id="registerWebAuthn" type="button">${msg("doRegisterSecurityKey")}</button>
        <#if isAppInitiatedAction??>
        <button class="ka-button ka-button-secondary" type="submit" id="cancelWebAuthnAIA" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button>
        </#if>
      </div>
    </form>
    <#if !isAppInitiatedAction??>
    <p class="ka-quiet">${msg("kaPasskeyInstead")} <a href="${layout.portal}/zugang">${msg("kaPasskeyInsteadLink")}</a></p>
    </#if>
    <script type="module">
      <#outputformat "JavaScript">
      import { registerByWebAuthn } from "${url.resourcesPath}/js/webauthnRegister.js";

      const name = document.getElementById("ka-passkey-name");
      let asked = false;
      window.prompt = () => name.value.trim() || null;
      const register = () => {
        if (asked) {
          return;
        }
        asked = true;
        registerByWebAuthn({
          challenge: ${challenge?c},
          userid: ${userid?c},
          username: ${username?c},
          signatureAlgorithms: [<#list signatureAlgorithms as algorithm>${algorithm?c}, </#list>],
          rpEntityName: ${rpEntityName?c},
          rpId: ${rpId?c},
          attestationConveyancePreference: ${attestationConveyancePreference?c},
          authenticatorAttachment: ${authenticatorAttachment?c},
          requireResidentKey: ${requireResidentKey?c},
          residentKey: ${residentKey?c},
          userVerificationRequirement: ${userVerificationRequirement?c},
          createTimeout: ${createTimeout?c},
          excludeCredentialIds: ${excludeCredentialIds?c},
          initLabel: ${msg("webauthn-registration-init-label")?c},
          initLabelPrompt: "",
          errmsg: ${msg("webauthn-unsupported-browser-text")?c}
        });
      };
      document.getElementById("registerWebAuthn").addEventListener("click", register);
      name.addEventListener("keydown", event => {
        if (event.key === "Enter") {
          event.preventDefault();
          register();
        }
      });
      </#outputformat>
    </script>
  </#if>
</@layout.registrationLayout>
