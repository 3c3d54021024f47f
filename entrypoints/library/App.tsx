import { lazy, type ReactNode, Suspense } from "react";
import { i18n } from "#i18n";
import { SectionNav } from "../../components/SectionNav";
import { useBackups } from "../hooks/use-backups";
import { useImport } from "../hooks/use-import";
import { usePacks } from "../hooks/use-packs";
import { usePreferences } from "../hooks/use-preferences";
import { useSection } from "../hooks/use-section";
import { Saved } from "./Saved";

// Each in a file of its own, read when it is opened: all of them at once hold up the first drawing of the page.
const Browse = lazy(async () => ({ default: (await import("./Browse")).Browse }));
const Packs = lazy(async () => ({ default: (await import("./Packs")).Packs }));
const Paste = lazy(async () => ({ default: (await import("./Paste")).Paste }));
const Diary = lazy(async () => ({ default: (await import("./Diary")).Diary }));
const Backup = lazy(async () => ({ default: (await import("./Backup")).Backup }));
const SettingsSection = lazy(async () => ({ default: (await import("./SettingsSection")).SettingsSection }));
const Privacy = lazy(async () => ({ default: (await import("./Privacy")).Privacy }));
const About = lazy(async () => ({ default: (await import("./About")).About }));

/** What outlives a walk through the sections: an import goes on, and a shared file is written, while the reader looks elsewhere. */
interface Kept {
	packs: ReturnType<typeof usePacks>;
	packImport: ReturnType<typeof useImport>;
	backups: ReturnType<typeof useBackups>;
}

/** The sections by their part of the address, in the order of the navigation; any other address shows the first. */
const SECTIONS = {
	saved: () => <Saved />,
	answers: ({ packs }) => <Browse packsVersion={packs.version} onPacksChanged={() => void packs.reload()} />,
	packs: ({ packs, packImport }) => <Packs packs={packs} packImport={packImport} />,
	paste: () => <Paste />,
	diary: () => <Diary />,
	backup: ({ backups }) => <Backup {...backups} />,
	settings: () => <SettingsSection />,
	// Not read at once: that would store the product's own answers again.
	privacy: ({ packs }) => <Privacy onPacksDeleted={packs.forget} />,
	about: () => <About />,
} satisfies Record<string, (kept: Kept) => ReactNode>;

const NAMES = Object.keys(SECTIONS) as (keyof typeof SECTIONS)[];

/** The full-page library: one section at a time. */
export function App() {
	const packs = usePacks();
	// Gives the page its theme and size of text, whatever section is open.
	usePreferences();
	const packImport = useImport(() => void packs.reload());
	const backups = useBackups();
	const { section, heading } = useSection(NAMES, (name) => i18n.t("sections.tab", [i18n.t(`sections.${name}`)]));
	return (
		<div className="library">
			<header>
				<h1>{i18n.t("library.heading")}</h1>
				<p>{i18n.t("library.intro")}</p>
				<SectionNav
					label={i18n.t("sections.label")}
					current={section}
					sections={NAMES.map((name) => ({ name, title: i18n.t(`sections.${name}`) }))}
				/>
				<p role="status" className="library-reminder">
					{backups.isDue && (
						<>
							{i18n.t("backup.due")} <a href="#backup">{i18n.t("backup.make")}</a>
						</>
					)}
				</p>
			</header>
			<main>
				<h2 ref={heading} tabIndex={-1}>
					{i18n.t(`sections.${section}`)}
				</h2>
				<Suspense>{SECTIONS[section]({ packs, packImport, backups })}</Suspense>
			</main>
		</div>
	);
}
