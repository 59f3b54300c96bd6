<#import "field.ftl" as field>
<#macro logoutOtherSessions>
<@field.check name="logout-sessions" label=msg("logoutOtherSessions") checked=true/>
</#macro>
