<#import "template.ftl" as mail>
<#outputformat "plainText"><#assign actions><#list requiredActions![]><#items as action>${msg("requiredAction.${action}")}<#sep>, </#items></#list></#assign></#outputformat>
<@mail.action about=msg("kaActions", actions) button=msg("kaActionsButton") unasked=msg("kaActionsUnasked")/>
