<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "password-commons.ftl" as passwordCommons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp", "userLabel"); section>
  <#if section = "header">
    ${msg("loginTotpTitle")}
  <#elseif section = "form">
    <ol class="ka-steps" id="kc-totp-settings">
      <li>
        <p>${msg("loginTotpStep1")} <#list totp.supportedApplications as app>${msg(app)}<#sep>, </#list>.</p>
      </li>
      <#if mode?? && mode = "manual">
      <li class="ka-stack">
        <p>${msg("loginTotpManualStep2")}</p>
        <p><code id="kc-totp-secret-key">${totp.totpSecretEncoded}</code></p>
        <p>${msg("loginTotpManualStep3")}</p>
        <dl class="ka-dl">
          <dt>${msg("loginTotpType")}</dt><dd id="kc-totp-type">${msg("loginTotp." + totp.policy.type)}</dd>
          <dt>${msg("loginTotpAlgorithm")}</dt><dd id="kc-totp-algorithm">${totp.policy.getAlgorithmKey()}</dd>
          <dt>${msg("loginTotpDigits")}</dt><dd id="kc-totp-digits">${totp.policy.digits}</dd>
          <#if totp.policy.type = "totp">
          <dt>${msg("loginTotpInterval")}</dt><dd id="kc-totp-period">${totp.policy.period}</dd>
          <#else>
          <dt>${msg("loginTotpCounter")}</dt><dd id="kc-totp-counter">${totp.policy.initialCounter}</dd>
          </#if>
        </dl>
        <p><a href="${totp.qrUrl}" id="mode-barcode">${msg("loginTotpScanBarcode")}</a></p>
      </li>
      <#else>
      <li class="ka-stack">
        <p>${msg("loginTotpStep2")}</p>
        <img class="ka-qr" id="kc-totp-secret-qr-code" src="data:image/png;base64, ${totp.totpSecretQrCode}" alt="${msg("kaQrCode")}">
        <p><a href="${totp.manualUrl}" id="mode-manual">${msg("loginTotpUnableToScan")}</a></p>
      </li>
      </#if>
      <li>
        <p>${msg("loginTotpStep3")}</p>
        <form id="kc-totp-settings-form" action="${url.loginAction}" method="post" data-ka-once>
          <input type="hidden" id="totpSecret" name="totpSecret" value="${totp.totpSecret}">
          <#if mode??><input type="hidden" id="mode" name="mode" value="${mode}"></#if>
          <@field.text name="totp" label=msg("authenticatorCode") autocomplete="one-time-code" inputmode="numeric" error=messagesPerField.get("totp")/>
          <@field.text name="userLabel" label=msg("loginTotpDeviceName") help=msg("loginTotpStep3DeviceName") error=messagesPerField.get("userLabel") optional=(totp.otpCredentials?size == 0)/>
          <@passwordCommons.logoutOtherSessions/>
          <@field.buttons label=msg("kaSetUp") id="saveTOTPBtn"/>
        </form>
      </li>
    </ol>
  </#if>
</@layout.registrationLayout>
