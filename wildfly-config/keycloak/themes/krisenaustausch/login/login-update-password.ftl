<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "password-commons.ftl" as passwordCommons>
<#-- What the rules for passwords say comes without a field; it belongs to the first. -->
<#assign wrong = messagesPerField.existsError("password", "password-confirm")>
<#assign broken = !wrong && message?has_content && message.type == "error">
<@layout.registrationLayout displayMessage=!wrong && !broken; section>
  <#if section = "header">
    ${msg("updatePasswordTitle")}
  <#elseif section = "form">
    <form id="kc-passwd-update-form" action="${url.loginAction}" method="post" data-ka-once>
      <input class="ka-sr" type="text" id="username" name="username" value="${auth.attemptedUsername!}" autocomplete="username" readonly tabindex="-1" aria-hidden="true">
      <@field.password name="password-new" label=msg("passwordNew") help=msg("kaPasswordRules") autocomplete="new-password" error=broken?then((message.summary)!"", messagesPerField.get("password")) focus=true/>
      <@field.password name="password-confirm" label=msg("passwordConfirm") autocomplete="new-password" error=messagesPerField.get("password-confirm")/>
      <@passwordCommons.logoutOtherSessions/>
      <@field.buttons label=msg("kaSavePassword") name="login"/>
    </form>
  </#if>
</@layout.registrationLayout>
