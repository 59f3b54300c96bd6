<#import "template.ftl" as mail>
<#assign actions><#outputformat "plainText"><#list requiredActions![]><#items as action>${msg("requiredAction.${action}")}<#sep>, </#items></#list></#outputformat></#assign>
<@mail.action about=msg("kaActions", actions) button=msg("kaActionsButton") unasked=msg("kaActionsUnasked")/>
