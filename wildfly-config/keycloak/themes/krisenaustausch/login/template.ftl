<#-- The frame of every sign-in page: the portal's, without its search field. Called by our own and by Keycloak's templates; no inline script or style. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<#assign heading><#nested "header"></#assign>
<#assign plainHeading = heading?markup_string?replace("<[^>]+>", "", "r")?trim>
<#assign portal = properties.portalUrl?remove_ending("/")>
<!DOCTYPE html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex, nofollow">
  <title>${plainHeading?no_esc} – ${msg("kaProduct")}</title>
  <link rel="icon" href="${url.resourcesPath}/img/mark.svg" type="image/svg+xml">
  <link rel="stylesheet" href="${url.resourcesPath}/css/tokens.css">
  <link rel="stylesheet" href="${url.resourcesPath}/css/portal.css">
  <link rel="stylesheet" href="${url.resourcesPath}/css/sign-in.css">
  <script type="importmap">{"imports": {"rfc4648": "${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js"}}</script>
  <script type="module" src="${url.resourcesPath}/js/sign-in.js"></script>
  <#list scripts![] as script>
  <script src="${script}"></script>
  </#list>
</head>
<body data-page-id="login-${pageId}" data-ka-other-tab="${url.ssoLoginInOtherTabsUrl}"<#if authenticationSession??> data-ka-attempt="${authenticationSession.authSessionIdHash}"</#if>>
  <a class="ka-skip" href="#inhalt">${msg("kaSkip")}</a>
  <header class="ka-top">
    <div class="ka-inner">
      <a class="ka-brand" href="${portal}/">
        <svg class="ka-brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
          <path fill="currentColor" d="M2 14.500 10 7l8 7.500V28h-5.500v-7h-5v7H2z"/>
          <path fill="none" stroke="currentColor" stroke-width="2.500" stroke-linejoin="round" d="m16 9.800 6-5.300 8 7.400v14.800h-9"/>
        </svg>
        <span>${msg("kaBrand")}</span>
      </a>
    </div>
  </header>
  <main class="ka-main ka-inner" id="inhalt" tabindex="-1">
    <header class="ka-head">
      <div class="ka-head-text">
        <h1 id="kc-page-title">${heading}</h1>
        <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
        <p class="ka-attempt">${msg("kaAttempt")} <strong id="kc-attempted-username">${auth.attemptedUsername}</strong> · <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("kaOtherAccount")}</a></p>
        </#if>
      </div>
    </header>
    <#-- What an action of one's own already says in its heading is not said again. -->
    <#if displayMessage && message?has_content && (message.type != "warning" || !isAppInitiatedAction??)>
    <div class="ka-messages">
      <@notice tone=message.type>${kcSanitize(message.summary)?no_esc}</@notice>
    </div>
    </#if>
    <div class="<#if bodyClass == "columns">ka-columns<#else>ka-one</#if>">
      <div class="ka-content ka-stack ka-sign-in">
        <#nested "form">
        <#if auth?has_content && auth.showTryAnotherWayLink()>
        <form id="kc-select-try-another-way-form" action="${url.loginAction}" method="post">
          <input type="hidden" name="tryAnotherWay" value="on">
          <button class="ka-link-button" id="try-another-way" type="submit">${msg("doTryAnotherWay")}</button>
        </form>
        </#if>
        <#if switchOrganizationEnabled?? && switchOrganizationEnabled>
        <form id="kc-switch-organization-form" action="${url.loginAction}" method="post">
          <input type="hidden" name="switchOrganization" value="true">
          <button class="ka-link-button" id="switch-organization" type="submit">${msg("doSwitchOrganization")}</button>
        </form>
        </#if>
        <#nested "socialProviders">
        <#if displayInfo && bodyClass != "columns">
        <div id="kc-info"><#nested "info"></div>
        </#if>
      </div>
      <#if bodyClass == "columns">
      <aside class="ka-context ka-stack" aria-label="${msg("kaHelp")}"><#nested "info"></aside>
      </#if>
    </div>
  </main>
  <footer class="ka-foot">
    <div class="ka-inner">
      <nav aria-label="${msg("kaLegal")}">
        <ul>
          <li><a href="${portal}/impressum">${msg("kaImprint")}</a></li>
          <li><a href="${portal}/datenschutz">${msg("kaPrivacy")}</a></li>
          <li><a href="${portal}/barrierefreiheit">${msg("kaAccessibility")}</a></li>
        </ul>
      </nav>
      <#if realm.internationalizationEnabled && locale.supported?size gt 1>
      <nav aria-label="${msg("languages")}">
        <ul>
          <#list locale.supported as other><#if other.languageTag != locale.currentLanguageTag>
          <li><a href="${other.url}" lang="${other.languageTag}" hreflang="${other.languageTag}">${other.label}</a></li>
          </#if></#list>
        </ul>
      </nav>
      </#if>
    </div>
  </footer>
</body>
</html>
</#macro>

<#-- Something to know. tone: success | error | info, and warning, by which Keycloak means what is still to be done. -->
<#macro notice tone="info">
<#local style = {"success": "good", "error": "danger"}[tone]!"info">
<#local icon = {"success": "check", "error": "warning"}[tone]!"info">
<div class="ka-notice ka-notice-${style}" role="<#if tone == "error">alert<#else>status</#if>">
  <span class="ka-icon ka-icon-${icon}" aria-hidden="true"></span>
  <div class="ka-notice-body"><p><#nested></p></div>
</div>
</#macro>
