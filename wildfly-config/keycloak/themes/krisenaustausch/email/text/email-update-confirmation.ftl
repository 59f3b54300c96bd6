<#ftl output_format="plainText">
<#import "action.ftl" as mail>
<@mail.action about=msg("kaNewAddress", newEmail) unasked=msg("kaVerifyUnasked")/>
