<#ftl output_format="plainText">
<#import "action.ftl" as mail>
<@mail.action about=msg("kaVerify") unasked=msg("kaVerifyUnasked")/>
