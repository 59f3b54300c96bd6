<#ftl output_format="plainText">
<#import "action.ftl" as mail>
<@mail.action about=msg("kaReset") unasked=msg("kaResetUnasked")/>
