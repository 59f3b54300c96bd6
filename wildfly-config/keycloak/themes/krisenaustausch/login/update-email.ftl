<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "password-commons.ftl" as passwordCommons>
<#import "user-profile-commons.ftl" as profileFields>
<@layout.registrationLayout displayMessage=messagesPerField.exists("global"); section>
  <#if section = "header">
    ${msg("updateEmailTitle")}
  <#elseif section = "form">
    <form id="kc-update-email-form" action="${url.loginAction}" method="post" data-ka-once>
      <@profileFields.userProfileFormFields/>
      <@passwordCommons.logoutOtherSessions/>
      <@field.buttons label=msg("kaSave")/>
    </form>
  </#if>
</@layout.registrationLayout>
