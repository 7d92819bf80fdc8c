import { expect, type Locator, type Page } from '@playwright/test';
import type { Slapd } from '../../support/slapd';
import { marked, plain } from './bare-texts';

export interface NewServer {
  name: string;
  host?: string;
  port: number;
  mode?: 'LDAPS' | 'StartTLS' | 'Plain';
  environment?: 'Production' | 'Staging' | 'Test' | 'Other';
  bindDn?: string;
  password?: string;
  salt?: string;
}

/** The window as a user works with it: finds things by their labels and roles. */
export class ConsolePage {
  constructor(readonly page: Page) {}

  field(label: string): Locator {
    return this.page.getByRole('textbox', { name: label, exact: true });
  }
  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }
  tab(name: string): Locator {
    return this.page.getByRole('tab', { name });
  }
  dialog(): Locator {
    return this.page.getByRole('dialog');
  }
  /** A segment of a choice or a radio button: the input itself is invisible, its label is what one clicks. */
  async choose(group: string, option: string): Promise<void> {
    await this.page.getByRole('group', { name: group }).getByText(option, { exact: true }).click();
  }

  async openForm(): Promise<void> {
    await this.button('Add a server').first().click();
    await expect(this.dialog()).toBeVisible();
  }

  /** Leaves the form and throws away what was typed into it. */
  async closeForm(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.button('Discard').click();
    await expect(this.dialog()).toBeHidden();
  }

  /** Runs an action of the palette by its words. */
  async runAction(words: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.getByRole('combobox', { name: 'Go to a server or run an action' }).fill(words);
    await this.page.keyboard.press('Enter');
  }

  async startDemo(): Promise<void> {
    await this.runAction('Start the demo fleet');
    await expect(this.page.getByText('meadow-312 can be read and changed.')).toBeVisible();
  }

  async showIn(theme: 'light' | 'dark'): Promise<void> {
    await this.runAction(`theme ${theme}`);
    await expect(this.page.locator('html')).toHaveAttribute('data-theme', theme);
  }

  async openServer(name: string): Promise<void> {
    const list = this.page.getByRole('navigation', { name: 'Servers' });
    await list.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(name);
  }

  async fillForm(server: NewServer): Promise<void> {
    await this.field('Name').fill(server.name);
    await this.choose('Environment', server.environment ?? 'Test');
    await this.field('Host').fill(server.host ?? 'localhost');
    await this.field('Port').fill(String(server.port));
    if (server.mode) await this.choose('Encryption', server.mode);
    await this.page.getByRole('combobox', { name: 'Bind DN' }).fill(server.bindDn ?? 'cn=directory manager,o=gluu');
    if (server.password) await this.page.getByLabel('Bind password', { exact: true }).fill(server.password);
    if (server.salt) {
      await this.page.getByLabel('Salt', { exact: true }).fill(server.salt);
    }
  }

  async addServer(server: NewServer): Promise<void> {
    await this.openForm();
    await this.fillForm(server);
    await this.button('Save and check').click();
    await expect(this.dialog()).toBeHidden();
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(server.name);
  }

  /** Adds a slapd and trusts the certificate it shows. */
  async addSlapd(slapd: Slapd, server: Omit<NewServer, 'port' | 'password'>): Promise<void> {
    await this.addServer({ ...server, port: slapd.ldapsPort, password: slapd.password });
    await this.button('Trust this certificate').click();
    await expect(this.page.getByRole('heading', { name: /can be read and changed|is read-only/ })).toBeVisible();
  }

  async openTab(
    tab:
      | 'System Configuration'
      | 'SMTP Server Configuration'
      | 'OxTrust Settings'
      | 'oxAuth Settings'
      | 'Extra libraries',
  ): Promise<void> {
    await this.tab('Organization Configuration').click();
    await this.tab(tab).click();
    await expect(this.tab(tab)).toHaveAttribute('aria-selected', 'true');
  }

  /** Presses Update twice: once for the change list, once to write. `typedName` for production. */
  async update(typedName?: string): Promise<void> {
    await this.button(/^Update/).click();
    await expect(this.dialog().getByText(marked(/^Review/))).toBeVisible();
    if (typedName) await this.field('Type the server’s name to allow writing').fill(typedName);
    await this.dialog()
      .getByRole('button', { name: /^Update/ })
      .click();
  }

  saved(): Locator {
    return this.page.getByRole('heading', { name: 'Saved and verified.' });
  }

  /** The row of the change list for a setting, as its three cells' texts. */
  async change(setting: string): Promise<string[]> {
    const row = this.dialog().getByRole('row').filter({ hasText: setting });
    return (await row.locator('th, td').allInnerTexts()).map(plain);
  }
}
