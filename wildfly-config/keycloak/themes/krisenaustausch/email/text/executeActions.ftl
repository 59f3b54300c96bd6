<#ftl output_format="plainText">
<#import "action.ftl" as mail>
<#assign actions><#list requiredActions![]><#items as action>${msg("requiredAction.${action}")}<#sep>, </#items></#list></#assign>
<@mail.action about=msg("kaActions", actions) unasked=msg("kaActionsUnasked")/>
