<#import "template.ftl" as mail>
<@mail.action about=msg("kaVerify") button=msg("kaVerifyButton") unasked=msg("kaVerifyUnasked")/>
