<#import "template.ftl" as mail>
<@mail.action about=msg("kaNewAddress", newEmail) button=msg("kaVerifyButton") unasked=msg("kaVerifyUnasked")/>
