<#-- What Keycloak asks of a person: plain fields, text areas and choices. The portal asks for all else. -->
<#import "field.ftl" as field>
<#macro userProfileFormFields>
<#list profile.attributes as attribute>
  <#if attribute.name == "locale" && realm.internationalizationEnabled && locale.currentLanguageTag?has_content>
  <input type="hidden" id="locale" name="locale" value="${locale.currentLanguageTag}">
  <#else>
  <#nested "beforeField" attribute>
  <@one attribute/>
  <#nested "afterField" attribute>
  </#if>
</#list>
</#macro>

<#macro one attribute>
<#local label = advancedMsg(attribute.displayName!"")>
<#local error = messagesPerField.existsError(attribute.name)?then(messagesPerField.get(attribute.name), "")>
<#local help = attribute.annotations.inputHelperTextBefore???then(advancedMsg(attribute.annotations.inputHelperTextBefore!""), "")>
<#local kind = attribute.annotations.inputType!"text">
<#if kind == "textarea">
  <@field.frame id=attribute.name label=label help=help error=error optional=!attribute.required>
  <textarea id="${attribute.name}" name="${attribute.name}"<@field.links id=attribute.name help=help error=error/><#if attribute.readOnly> disabled</#if>>${attribute.value!""}</textarea>
  </@field.frame>
<#elseif kind?contains("select")>
  <@field.frame id=attribute.name label=label help=help error=error optional=!attribute.required>
  <select id="${attribute.name}" name="${attribute.name}"<@field.links id=attribute.name help=help error=error/><#if attribute.readOnly> disabled</#if><#if kind?starts_with("multi")> multiple</#if>>
    <#if !kind?starts_with("multi")><option value=""></option></#if>
    <#list (attribute.validators.options.options)![] as option><option value="${option}"<#if attribute.values?seq_contains(option)> selected</#if>>${option}</option></#list>
  </select>
  </@field.frame>
<#else>
  <@field.text name=attribute.name label=label value=(attribute.value!"") type=(attribute.name == "email")?then("email", "text") autocomplete=attribute.autocomplete!autocompletes[attribute.name]!"off" help=help error=error optional=!attribute.required disabled=attribute.readOnly/>
</#if>
</#macro>
<#assign autocompletes = {"email": "email", "firstName": "given-name", "lastName": "family-name", "username": "username"}>
