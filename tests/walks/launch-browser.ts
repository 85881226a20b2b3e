import { existsSync } from "node:fs"
import { type Browser, chromium } from "playwright-core"

const executablePath = "/usr/bin/chromium"
/** Of late Chromium loads pages of its own for the address bar of every new window, at the cost of whatever is loaded then. */
const ownPages = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup", "Glic"]
/** What Playwright switches off, of which nothing is left where somebody else switches off more. */
const others = [
  ...["AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"],
  ...["HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding", "OptimizationHints"],
  ...["ThirdPartyStoragePartitioning", "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch"],
]
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-sync",
  `--disable-features=${[...ownPages, ...others].join(",")}`,
]

/** Debian's Chromium without a window, and without what it does by itself. */
export function launchBrowser(): Promise<Browser> {
  if (!existsSync(executablePath)) throw new Error("Chromium is not installed: apt-get install chromium")
  return chromium.launch({ executablePath, args: flags })
}
