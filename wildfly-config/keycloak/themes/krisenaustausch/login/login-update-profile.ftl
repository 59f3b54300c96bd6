<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "user-profile-commons.ftl" as profileFields>
<@layout.registrationLayout displayMessage=messagesPerField.exists("global"); section>
  <#if section = "header">
    ${msg("loginProfileTitle")}
  <#elseif section = "form">
    <form id="kc-update-profile-form" action="${url.loginAction}" method="post" data-ka-once>
      <@profileFields.userProfileFormFields/>
      <@field.buttons label=msg("kaSave")/>
    </form>
  </#if>
</@layout.registrationLayout>
