/** Colours of VS Code's own themes, as far as the preview uses them. */
export type Theme = 'light' | 'dark' | 'high contrast' | 'high contrast light';

interface Colors {
  readonly kind: string;
  readonly colors: Readonly<Record<string, string>>;
}

/** By the names of the themes; the names of colours without `--vscode-`. */
export const themes: Readonly<Record<Theme, Colors>> = {
  light: {
    kind: 'vscode-light',
    colors: {
      'editor-background': '#ffffff',
      'editor-foreground': '#3b3b3b',
      'editorError-foreground': '#e51400',
      'editorWarning-foreground': '#bf8803',
      'editorInfo-foreground': '#1a85ff',
      descriptionForeground: '#3b3b3b',
      'panel-border': '#e5e5e5',
      focusBorder: '#005fb8',
      'editorHoverWidget-background': '#f8f8f8',
      'editorHoverWidget-foreground': '#3b3b3b',
      'button-secondaryBackground': '#e5e5e5',
      'button-secondaryForeground': '#3b3b3b',
      'list-hoverBackground': '#f2f2f2',
      'toolbar-hoverBackground': '#b8b8b850',
      'toolbar-activeBackground': '#a6a6a650',
    },
  },
  dark: {
    kind: 'vscode-dark',
    colors: {
      'editor-background': '#1f1f1f',
      'editor-foreground': '#cccccc',
      'editorError-foreground': '#f14c4c',
      'editorWarning-foreground': '#cca700',
      'editorInfo-foreground': '#3794ff',
      descriptionForeground: '#9d9d9d',
      'panel-border': '#2b2b2b',
      focusBorder: '#0078d4',
      'editorHoverWidget-background': '#202020',
      'editorHoverWidget-foreground': '#cccccc',
      'button-secondaryBackground': '#313131',
      'button-secondaryForeground': '#cccccc',
      'list-hoverBackground': '#2a2d2e',
      'toolbar-hoverBackground': '#5a5d5e50',
      'toolbar-activeBackground': '#63666750',
    },
  },
  'high contrast': {
    kind: 'vscode-high-contrast',
    colors: {
      'editor-background': '#000000',
      'editor-foreground': '#ffffff',
      contrastBorder: '#6fc3df',
      'editorError-foreground': '#f48771',
      'editorWarning-foreground': '#ffd370',
      'editorInfo-foreground': '#3794ff',
      descriptionForeground: '#ffffff',
      focusBorder: '#f38518',
      'editorHoverWidget-background': '#000000',
      'editorHoverWidget-foreground': '#ffffff',
      'button-secondaryForeground': '#ffffff',
    },
  },
  'high contrast light': {
    kind: 'vscode-high-contrast vscode-high-contrast-light',
    colors: {
      'editor-background': '#ffffff',
      'editor-foreground': '#292929',
      contrastBorder: '#0f4a85',
      'editorError-foreground': '#b5200d',
      'editorWarning-foreground': '#895503',
      'editorInfo-foreground': '#0063d3',
      descriptionForeground: '#292929',
      focusBorder: '#006bbd',
      'editorHoverWidget-background': '#ffffff',
      'editorHoverWidget-foreground': '#292929',
      'button-secondaryBackground': '#ffffff',
      'button-secondaryForeground': '#292929',
    },
  },
};
