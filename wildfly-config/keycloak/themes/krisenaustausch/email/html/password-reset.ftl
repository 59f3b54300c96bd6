<#import "template.ftl" as mail>
<@mail.action about=msg("kaReset") button=msg("kaResetButton") unasked=msg("kaResetUnasked")/>
