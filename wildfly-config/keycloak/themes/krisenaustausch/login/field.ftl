<#-- Label, help, error and their ARIA links round an input: what ka:field is in the portal. -->
<#macro frame id label help="" error="" optional=false>
<div class="ka-field<#if error?has_content> ka-field-invalid</#if>">
  <label class="ka-label" for="${id}">${label}<#if optional> <span class="ka-optional">${msg("kaOptional")}</span></#if></label>
  <#if help?has_content><p class="ka-help" id="${id}-hilfe"><span>${help}</span></p></#if>
  <#if error?has_content><p class="ka-error" id="${id}-fehler"><span>${kcSanitize(error)?no_esc}</span></p></#if>
  <#nested>
</div>
</#macro>

<#-- The attributes that link an input to its help and error. -->
<#macro links id help="" error="">
<#if error?has_content> aria-invalid="true"</#if><#if error?has_content || help?has_content> aria-describedby="<#if error?has_content>${id}-fehler</#if><#if error?has_content && help?has_content> </#if><#if help?has_content>${id}-hilfe</#if>"</#if></#macro>

<#macro text name label value="" type="text" autocomplete="off" inputmode="" help="" error="" optional=false focus=false disabled=false>
<@frame id=name label=label help=help error=error optional=optional>
  <input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}" spellcheck="false" autocapitalize="none"<#if inputmode?has_content> inputmode="${inputmode}"</#if><@links id=name help=help error=error/><#if focus> autofocus</#if><#if disabled> disabled</#if>>
</@frame>
</#macro>

<#-- errorOf: id of another field whose error concerns this one too. -->
<#macro password name label autocomplete="current-password" help="" error="" errorOf="" focus=false>
<@frame id=name label=label help=help error=error>
  <div class="ka-password">
    <input id="${name}" name="${name}" type="password" autocomplete="${autocomplete}"<#if errorOf?has_content> aria-invalid="true" aria-describedby="${errorOf}-fehler"<#else><@links id=name help=help error=error/></#if><#if focus> autofocus</#if>>
    <button class="ka-button ka-button-secondary" type="button" aria-controls="${name}" aria-label="${msg("showPassword")}" data-ka-show="${msg("showPassword")}" data-ka-hide="${msg("hidePassword")}" hidden><span class="ka-icon ka-icon-eye" aria-hidden="true"></span></button>
  </div>
</@frame>
</#macro>

<#macro check name label checked=false>
<div class="ka-field">
  <div class="ka-check"><input id="${name}" name="${name}" type="checkbox" value="on"<#if checked> checked</#if>><label for="${name}">${label}</label></div>
</div>
</#macro>

<#-- The one thing to do here; beside it the way out, where an action was begun by oneself. -->
<#macro buttons label name="" id="">
<div class="ka-buttons">
  <button class="ka-button" type="submit"<#if name?has_content> name="${name}" value="true"</#if><#if id?has_content> id="${id}"</#if>>${label}</button>
  <#if isAppInitiatedAction??>
  <button class="ka-button ka-button-secondary" type="submit" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button>
  </#if>
</div>
</#macro>
