// The manifest of the Excel add-in in XML ("add-in only"), the form that perpetual versions of Office can also install. The shared runtime
// lets the functions send JSON to the service.

import type { Text } from '../values/text.ts';
import { ICON_SIZES } from './icons.ts';

/** Never changes, because Office knows an add-in by its id. */
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
} as const satisfies Record<string, Text>;

const JA = 'ja-jp';

/** A value in Japanese for an element whose own value is English. */
const inJapanese = (value: string): string => `<bt:Override Locale="${JA}" Value="${value}"/>`;

/** A text of the manifest that other elements refer to by its id. */
const textResource = (id: string, { ja, en }: Text): string =>
  `<bt:String id="${id}" DefaultValue="${en}">${inJapanese(ja)}</bt:String>`;

/** An address that other elements refer to by its id; `ja` is that for Excel in Japanese, where it differs. */
const urlResource = (id: string, value: string, ja?: string): string =>
  ja === undefined
    ? `<bt:Url id="${id}" DefaultValue="${value}"/>`
    : `<bt:Url id="${id}" DefaultValue="${value}">${inJapanese(ja)}</bt:Url>`;

const BUTTON_ICONS = [16, 32, 80].map((size) => `<bt:Image size="${size}" resid="Icon.${size}"/>`).join('');

/** What the add-in is, for the store and for Office without custom functions. */
const description = (origin: string, folder: string): string => `  <Id>${ID}</Id>
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
  <Permissions>ReadDocument</Permissions>`;

/** Where the add-in appears in Excel: its functions, and a button that shows how they are used. */
const HOSTS = `    <Hosts>
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
                <Icon>${BUTTON_ICONS}</Icon>
                <Control xsi:type="Button" id="Kaishu.Button">
                  <Label resid="Button.Label"/>
                  <Supertip>
                    <Title resid="Button.Label"/>
                    <Description resid="Button.Tip"/>
                  </Supertip>
                  <Icon>${BUTTON_ICONS}</Icon>
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
    </Hosts>`;

/** Pictures, addresses and texts to which the other elements refer. */
function resources(folder: string): string {
  const images = ICON_SIZES.map(
    (size) => `<bt:Image id="Icon.${size}" DefaultValue="${folder}/icon_${size}.png"/>`,
  ).join('\n        ');
  return `    <Resources>
      <bt:Images>
        ${images}
      </bt:Images>
      <bt:Urls>
        ${urlResource('Functions.Script', `${folder}/functions.js`)}
        ${urlResource('Functions.Metadata', `${folder}/functions.json`, `${folder}/functions.ja.json`)}
        ${urlResource('Pane.Url', `${folder}/functions.html`)}
      </bt:Urls>
      <bt:ShortStrings>
        <bt:String id="Functions.Namespace" DefaultValue="KAISHU"/>
        ${textResource('Group.Label', ADDIN_TEXTS.group)}
        ${textResource('Button.Label', ADDIN_TEXTS.button)}
      </bt:ShortStrings>
      <bt:LongStrings>
        ${textResource('Button.Tip', ADDIN_TEXTS.tip)}
      </bt:LongStrings>
    </Resources>`;
}

/** The manifest with the address of the service filled in. */
export function addinManifest(origin: string): string {
  const folder = `${origin}/sheets/addin`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xmlns:ov="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="TaskPaneApp">
${description(origin, folder)}
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
${HOSTS}
${resources(folder)}
  </VersionOverrides>
</OfficeApp>
`;
}
