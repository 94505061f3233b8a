# Fits the contrasts of a pack with the covariance of multi-arm studies, and its arms: Rscript contrasts.R PACK OUT.csv

suppressPackageStartupMessages(library(metafor))

asked <- commandArgs(trailingOnly = TRUE)
rows <- read.csv(file.path(asked[1], "netmeta", "contrasts.csv"))
arms <- read.csv(file.path(asked[1], "metafor", "arms.csv"))
treatments <- sort(unique(c(rows$treat1, rows$treat2)))

# Of each study the contrasts with one of its arms; their covariance is what that arm adds to both.
studies <- lapply(split(rows, rows$studlab), function(study) {
  common <- names(which.max(table(c(study$treat1, study$treat2)[c(study$treat1, study$treat2) %in% study$treat2[1]])))
  kept <- study[study$treat1 == common | study$treat2 == common, ]
  turned <- kept$treat1 == common
  other <- ifelse(turned, kept$treat2, kept$treat1)
  y <- ifelse(turned, -kept$TE, kept$TE)
  v <- diag(kept$seTE^2, nrow(kept))
  if (nrow(kept) == 2) {
    third <- study[study$treat1 != common & study$treat2 != common, ]
    v[1, 2] <- v[2, 1] <- (sum(kept$seTE^2) - third$seTE^2) / 2
  }
  list(y = y, v = v, treat = other, base = common, study = study$studlab[1], fid = study$fid[1])
})
y <- unlist(lapply(studies, `[[`, "y"))
design <- do.call(rbind, lapply(studies, function(study) {
  t(sapply(study$treat, function(treat) (treatments == treat) - (treatments == study$base)))
}))
colnames(design) <- treatments
long <- data.frame(
  study = unlist(lapply(studies, function(s) rep(s$study, length(s$y)))),
  fid = unlist(lapply(studies, function(s) rep(s$fid, length(s$y)))), treat = unlist(lapply(studies, `[[`, "treat"))
)
active <- arms$active[match(treatments, arms$treat)]
x <- cbind(design[, treatments != "Sham"], slope = as.vector(design %*% active) * long$fid)
by_contrasts <- rma.mv(y, bldiag(lapply(studies, `[[`, "v")), mods = ~ 0 + x, random = ~ treat | study, rho = 0.5, data = long)

arms$treat <- relevel(factor(arms$treat), "Sham")
by_arms <- rma.mv(yi, vi, mods = ~ 0 + factor(study) + treat + active:fid, random = ~ treat | study, rho = 0.5, data = arms)

rownames(by_contrasts$beta) <- sub("^x", "", rownames(by_contrasts$beta))
rownames(by_arms$beta) <- sub("^treat", "", sub("active:fid", "slope", rownames(by_arms$beta)))
shared <- rownames(by_contrasts$beta)
at <- match(shared, rownames(by_arms$beta))
write.csv(data.frame(
  term = c(shared, "tau2"), contrasts = c(by_contrasts$beta, by_contrasts$tau2), arms = c(by_arms$beta[at], by_arms$tau2),
  contrasts_se = c(by_contrasts$se, NA), arms_se = c(by_arms$se[at], NA)
), asked[2], row.names = FALSE)
