/** No application menu: the keys belong to the page. macOS needs one for its clipboard keys, developers for theirs. */
import { Menu, type MenuItemConstructorOptions } from "electron";

export function installMenu({ developing }: { developing: boolean }): void {
  const template: MenuItemConstructorOptions[] = [];
  if (process.platform === "darwin") template.push({ role: "appMenu" }, { role: "editMenu" });
  if (developing) template.push({ label: "Developer", submenu: [{ role: "toggleDevTools" }] });
  Menu.setApplicationMenu(template.length > 0 ? Menu.buildFromTemplate(template) : null);
}
