// The manifest of the Excel add-in, in the form that perpetual Office installs, too (XML, "add-in only"). The shared runtime lets the
// functions send JSON to the service. The second address of the descriptions is for Excel in Japanese.

import { ICON_SIZES } from './icons.ts';

/** Stays the same for ever: Office knows an add-in by it. */
const ID = '53ee51a4-137d-46ce-a642-92bcd420eadc';
const MANIFEST_VERSION = '1.0.0.0';

const ADDIN_TEXTS = {
  description: {
    ja: '未回収債権の回収手段を金額で比べる関数です。',
    en: 'Functions that compare the ways of recovering unpaid receivables.',
  },
  group: { ja: '債権回収', en: 'Receivables' },
  button: { ja: '使い方', en: 'How to use' },
  tip: { ja: '関数の使い方を表示します。', en: 'Shows how the functions are used.' },
} as const;

const JA = 'ja-jp';

/** The manifest with the address of the service filled in. */
export function addinManifest(origin: string): string {
  const folder = `${origin}/sheets/addin`;
  const inJapanese = (value: string) => `<bt:Override Locale="${JA}" Value="${value}"/>`;
  const texts = (tag: string, id: string, { ja, en }: { readonly ja: string; readonly en: string }) =>
    `<bt:${tag} id="${id}" DefaultValue="${en}">${inJapanese(ja)}</bt:${tag}>`;
  const url = (id: string, value: string, ja?: string) =>
    ja === undefined
      ? `<bt:Url id="${id}" DefaultValue="${value}"/>`
      : `<bt:Url id="${id}" DefaultValue="${value}">${inJapanese(ja)}</bt:Url>`;
  const images = ICON_SIZES.map(
    (size) => `<bt:Image id="Icon.${size}" DefaultValue="${folder}/icon_${size}.png"/>`,
  ).join('\n        ');
  const icons = [16, 32, 80].map((size) => `<bt:Image size="${size}" resid="Icon.${size}"/>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xmlns:ov="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="TaskPaneApp">
  <Id>${ID}</Id>
  <Version>${MANIFEST_VERSION}</Version>
  <ProviderName>kaishu</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  <DisplayName DefaultValue="kaishu"><Override Locale="${JA}" Value="kaishu 回収"/></DisplayName>
  <Description DefaultValue="${ADDIN_TEXTS.description.en}"><Override Locale="${JA}" Value="${ADDIN_TEXTS.description.ja}"/></Description>
  <IconUrl DefaultValue="${folder}/icon_32.png"/>
  <HighResolutionIconUrl DefaultValue="${folder}/icon_64.png"/>
  <SupportUrl DefaultValue="${origin}/sheets/?lang=en"><Override Locale="${JA}" Value="${origin}/sheets/"/></SupportUrl>
  <AppDomains>
    <AppDomain>${origin}</AppDomain>
  </AppDomains>
  <Hosts>
    <Host Name="Workbook"/>
  </Hosts>
  <Requirements>
    <Sets DefaultMinVersion="1.1">
      <Set Name="SharedRuntime" MinVersion="1.1"/>
    </Sets>
  </Requirements>
  <DefaultSettings>
    <SourceLocation DefaultValue="${folder}/functions.html"/>
  </DefaultSettings>
  <Permissions>ReadDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts>
      <Host xsi:type="Workbook">
        <Runtimes>
          <Runtime resid="Pane.Url" lifetime="long"/>
        </Runtimes>
        <AllFormFactors>
          <ExtensionPoint xsi:type="CustomFunctions">
            <Script>
              <SourceLocation resid="Functions.Script"/>
            </Script>
            <Page>
              <SourceLocation resid="Pane.Url"/>
            </Page>
            <Metadata>
              <SourceLocation resid="Functions.Metadata"/>
            </Metadata>
            <Namespace resid="Functions.Namespace"/>
          </ExtensionPoint>
        </AllFormFactors>
        <DesktopFormFactor>
          <FunctionFile resid="Pane.Url"/>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <OfficeTab id="TabFormulas">
              <Group id="Kaishu.Group">
                <Label resid="Group.Label"/>
                <Icon>${icons}</Icon>
                <Control xsi:type="Button" id="Kaishu.Button">
                  <Label resid="Button.Label"/>
                  <Supertip>
                    <Title resid="Button.Label"/>
                    <Description resid="Button.Tip"/>
                  </Supertip>
                  <Icon>${icons}</Icon>
                  <Action xsi:type="ShowTaskpane">
                    <TaskpaneId>KaishuPane</TaskpaneId>
                    <SourceLocation resid="Pane.Url"/>
                  </Action>
                </Control>
              </Group>
            </OfficeTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>
        ${images}
      </bt:Images>
      <bt:Urls>
        ${url('Functions.Script', `${folder}/functions.js`)}
        ${url('Functions.Metadata', `${folder}/functions.json`, `${folder}/functions.ja.json`)}
        ${url('Pane.Url', `${folder}/functions.html`)}
      </bt:Urls>
      <bt:ShortStrings>
        <bt:String id="Functions.Namespace" DefaultValue="KAISHU"/>
        ${texts('String', 'Group.Label', ADDIN_TEXTS.group)}
        ${texts('String', 'Button.Label', ADDIN_TEXTS.button)}
      </bt:ShortStrings>
      <bt:LongStrings>
        ${texts('String', 'Button.Tip', ADDIN_TEXTS.tip)}
      </bt:LongStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>
`;
}
