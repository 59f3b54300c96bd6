<#-- The frame of every mail. Mail programs know no custom properties: the colours are those of tokens.css, written out. -->
<#macro emailLayout>
<!DOCTYPE html>
<html lang="${locale.language}" dir="${(ltr)?then('ltr','rtl')}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${msg("kaProduct")}</title>
  <style>
    @media (prefers-color-scheme: dark) {
      .page { background: #10151d !important; color: #e8ecf2 !important; }
      .quiet { color: #a9b4c3 !important; border-color: #2c3643 !important; }
      .link { color: #9db8ff !important; }
      .button { background: #9db8ff !important; color: #10151d !important; }
    }
  </style>
</head>
<body class="page" style="margin:0; padding:0; background:#ffffff; color:#16202e;">
  <div style="max-width:600px; margin:0 auto; padding:24px 16px; font:17px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;">
    <#nested>
    <p class="quiet" style="margin:32px 0 0; padding-top:16px; border-top:1px solid #d6dae1; font-size:14px; color:#4b5868;">${msg("kaProduct")}<br><a class="link" style="color:#1b3a8c;" href="${properties.portalUrl}">${properties.portalUrl}</a></p>
  </div>
</body>
</html>
</#macro>

<#-- A mail that asks for one thing: what it is about, the button, how long it works, what to do if it was not me. -->
<#macro action about button unasked>
<@emailLayout>
    <p style="margin:0 0 16px;">${msg("kaGreeting")}</p>
    <p style="margin:0 0 24px;">${about}</p>
    <p style="margin:0 0 24px;"><a class="button" style="display:inline-block; padding:12px 20px; border-radius:6px; background:#1b3a8c; color:#ffffff; font-weight:600; text-decoration:none;" href="${link}">${button}</a></p>
    <p style="margin:0 0 16px;">${msg("kaValid", linkExpirationFormatter(linkExpiration))} ${unasked}</p>
</@emailLayout>
</#macro>
