import { type FormEvent, useRef, useState } from "react";
import { i18n } from "#i18n";
import type { PackDescription, PackList as Packs } from "../lib/messaging/protocol";
import { formatBytes } from "./format-bytes";
import { formatDay } from "./format-day";
import { TwoStepButton } from "./TwoStepButton";
import "./packs.css";

export interface PackListProps {
	packs: Packs;
	onRename: (id: string, name: string) => void;
	onSwitch: (id: string, isOn: boolean) => void;
	onRemove: (id: string) => void;
	onExport: (pack: PackDescription) => void;
	onAcknowledgeInterrupted: () => void;
}

/** All packs with where they come from, and what a reader may do with each. */
export function PackList({ packs, onAcknowledgeInterrupted, ...actions }: PackListProps) {
	return (
		<div className="packs">
			{packs.interrupted.length > 0 && (
				<div role="alert" className="pack-notice">
					{packs.interrupted.map(({ packName, since }) => (
						<p key={since} dir="auto">
							{i18n.t("packs.interrupted", [packName])}
						</p>
					))}
					<button type="button" onClick={onAcknowledgeInterrupted}>
						{i18n.t("packs.interruptedOk")}
					</button>
				</div>
			)}
			<ul>
				{packs.packs.map((pack) => (
					<PackItem key={pack.id} pack={pack} {...actions} />
				))}
			</ul>
		</div>
	);
}

type PackItemProps = { pack: PackDescription } & Omit<PackListProps, "packs" | "onAcknowledgeInterrupted">;

function PackItem({ pack, onRename, onSwitch, onRemove, onExport }: PackItemProps) {
	const [isRenaming, setRenaming] = useState(false);
	const opener = useRef<HTMLButtonElement>(null);
	const closeForm = () => {
		setRenaming(false);
		opener.current?.focus();
	};
	const rename = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
		if (name) onRename(pack.id, name);
		closeForm();
	};
	return (
		<li className="pack">
			<h3 dir="auto">{pack.name}</h3>
			<p className="pack-figures">
				{[
					i18n.t("packs.answers", pack.answerCount, [pack.answerCount.toLocaleString()]),
					i18n.t("packs.size", [formatBytes(pack.textLength)]),
					i18n.t("packs.dated", [formatDay(pack.date)]),
					...(pack.isBundled ? [] : [i18n.t("packs.version", [pack.version])]),
				].join(" · ")}
			</p>
			<p className="pack-origin" dir="auto">
				{i18n.t("packs.origin", [pack.origin])}
				<br />
				{i18n.t("packs.licence", [pack.licence])}
			</p>
			<div className="pack-actions">
				<label>
					<input type="checkbox" checked={pack.isOn} onChange={({ target }) => onSwitch(pack.id, target.checked)} />
					{i18n.t("packs.isOn")}
				</label>
				<button type="button" onClick={() => onExport(pack)}>
					{i18n.t("packs.export")}
				</button>
				{!pack.isBundled && (
					<>
						<button type="button" ref={opener} aria-expanded={isRenaming} onClick={() => setRenaming(true)}>
							{i18n.t("packs.rename")}
						</button>
						<TwoStepButton
							label={i18n.t("packs.remove")}
							name={i18n.t("packs.removeOf", [pack.name])}
							question={i18n.t("packs.removeQuestion", [pack.name])}
							yes={i18n.t("packs.removeYes")}
							no={i18n.t("packs.removeNo")}
							onConfirm={() => onRemove(pack.id)}
						/>
					</>
				)}
			</div>
			{isRenaming && (
				<form className="pack-actions" onSubmit={rename}>
					<label>
						{i18n.t("packs.name")}{" "}
						<input
							name="name"
							defaultValue={pack.name}
							maxLength={200}
							required
							autoComplete="off"
							// biome-ignore lint/a11y/noAutofocus: who pressed “Rename” wants to type the name
							autoFocus
						/>
					</label>
					<button type="submit" className="primary">
						{i18n.t("packs.keepName")}
					</button>
					<button type="button" onClick={closeForm}>
						{i18n.t("packs.cancel")}
					</button>
				</form>
			)}
		</li>
	);
}
