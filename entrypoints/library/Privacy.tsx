import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { StoredThings } from "../../components/StoredThings";
import { useStoredData } from "../hooks/use-stored-data";

const EXPLAINED = ["storage", "unlimitedStorage", "activeTab", "contextMenus", "sidePanel"] as const;

/** What is stored and how to delete it, what the extension may do and why, and what it never does. */
export function Privacy({ onPacksDeleted }: { onPacksDeleted: () => void }) {
	const { state, done, remove } = useStoredData(onPacksDeleted);
	return (
		<div className="privacy">
			<h3>{i18n.t("privacy.stored")}</h3>
			<p>{i18n.t("privacy.storedIntro")}</p>
			{state.name === "failed" && <p role="alert">{i18n.t("privacy.failed")}</p>}
			{state.name === "ready" && <StoredThings report={state.report} onDelete={remove} />}
			{window.showSaveFilePicker && <p className="quiet">{i18n.t("privacy.sharedFile")}</p>}
			{done === "failed" && <p role="alert">{i18n.t("privacy.deleteFailed")}</p>}
			<p role="status">{done && done !== "failed" && describeDone(done)}</p>
			<h3>{i18n.t("privacy.may")}</h3>
			<dl className="facts">
				<dt>{i18n.t("privacy.readPages")}</dt>
				<dd>{i18n.t("privacy.readPagesWhy")}</dd>
				{(browser.runtime.getManifest().permissions ?? []).map((name) => (
					<Permission key={name} name={name} />
				))}
			</dl>
			<h3>{i18n.t("privacy.never")}</h3>
			<ul className="about-text">
				<li>{i18n.t("privacy.neverNetwork")}</li>
				<li>{i18n.t("privacy.neverReading")}</li>
				<li>{i18n.t("privacy.neverSearch")}</li>
			</ul>
			<h3>{i18n.t("privacy.notice")}</h3>
			<p>{i18n.t("privacy.noticeText")}</p>
			<h3>{i18n.t("privacy.private")}</h3>
			<p>{i18n.t("privacy.privateText")}</p>
		</div>
	);
}

function describeDone(what: Exclude<ReturnType<typeof useStoredData>["done"], undefined | "failed">): string {
	if (what === "everything") return i18n.t("privacy.everythingDone");
	return i18n.t("privacy.deleted", [i18n.t(`privacy.kind.${what}`)]);
}

// One that has no words yet is named as browsers name it: none is left out.
function Permission({ name }: { name: string }) {
	const explained = EXPLAINED.find((one) => one === name);
	return (
		<>
			<dt>{explained ? i18n.t(`permissions.${explained}`) : name}</dt>
			{explained && <dd>{i18n.t(`permissions.${explained}Why`)}</dd>}
		</>
	);
}
