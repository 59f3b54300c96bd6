<#ftl output_format="plainText">
<#-- The same as plain text; the link stands alone on its line. -->
<#macro action about unasked>
${msg("kaGreeting")}

${about}

${link}

${msg("kaValid", linkExpirationFormatter(linkExpiration))} ${unasked}

--${" "}
${msg("kaProduct")}
${properties.portalUrl}
</#macro>
