<#import "template.ftl" as mail>
<@mail.action about=msg("kaJoin", identityProviderDisplayName) button=msg("kaJoinButton") unasked=msg("kaJoinUnasked")/>
