<#ftl output_format="plainText">
<#import "action.ftl" as mail>
<@mail.action about=msg("kaJoin", identityProviderDisplayName) unasked=msg("kaJoinUnasked")/>
