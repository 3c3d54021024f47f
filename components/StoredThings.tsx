import { useId } from "react";
import { i18n } from "#i18n";
import type { StorageReport, StoredKind } from "../lib/storage/stored-data";
import { formatBytes } from "./format-bytes";
import { TwoStepButton } from "./TwoStepButton";
import "./privacy.css";

const ORDER = ["saved", "diary", "lookUps", "packs", "settings", "bundled"] as const satisfies (keyof StorageReport)[];

/** What is stored, kind by kind, with how much it is and a way to delete it. */
export function StoredThings({
	report,
	onDelete,
}: {
	report: StorageReport;
	onDelete: (what: StoredKind | "everything") => void;
}) {
	const id = useId();
	return (
		<ul className="stored">
			{ORDER.map((kind) => (
				<li key={kind}>
					<div>
						<strong>{i18n.t(`privacy.kind.${kind}`)}</strong>
						<p>{amountOf(report, kind)}</p>
					</div>
					{kind !== "bundled" && report[kind].count > 0 && (
						<TwoStepButton
							label={i18n.t("privacy.delete")}
							name={i18n.t("privacy.deleteKind", [i18n.t(`privacy.kind.${kind}`)])}
							question={i18n.t("privacy.deleteQuestion")}
							yes={i18n.t("privacy.deleteYes")}
							no={i18n.t("privacy.keep")}
							onConfirm={() => onDelete(kind)}
						/>
					)}
				</li>
			))}
			<li>
				<div>
					<strong>{i18n.t("privacy.everything")}</strong>
					<p id={`${id}-everything`}>{i18n.t("privacy.everythingNote")}</p>
				</div>
				<TwoStepButton
					label={i18n.t("privacy.delete")}
					name={i18n.t("privacy.deleteKind", [i18n.t("privacy.everything")])}
					question={i18n.t("privacy.everythingQuestion")}
					yes={i18n.t("privacy.deleteYes")}
					no={i18n.t("privacy.keep")}
					onConfirm={() => onDelete("everything")}
				/>
			</li>
		</ul>
	);
}

function amountOf(report: StorageReport, kind: keyof StorageReport): string {
	const { count, bytes } = report[kind];
	const amount = i18n.t(`privacy.amount.${kind}`, count);
	return bytes > 0 ? `${amount}, ${i18n.t("privacy.size", [formatBytes(bytes)])}` : amount;
}
