# Fits packs with the scripts that are in them: Rscript slopes.R FOLDER OUT.csv PACK:LEVEL:SLOPES ...
#
# Each pack of FOLDER that is named is fitted by its jags/fit.R at that level (study, arm, or default) with those slopes (common,
# independent), with few draws, and by its metafor/fit.R in every way, if it has one. A row of OUT.csv for each slope.

asked <- commandArgs(trailingOnly = TRUE)

one <- function(pack, fit, slopes) {
  names(slopes) <- c("slope", "estimate", "low", "high")
  data.frame(pack = pack, fit = fit, slopes)
}

of_pack <- function(said) {
  words <- strsplit(said, ":")[[1]]
  pack <- words[1]
  by <- new.env()
  sys.source(file.path(asked[1], pack, "jags", "fit.R"), by)
  level <- if (words[2] != "default") words[2]
  fitted <- by$fit(file.path(asked[1], pack, "jags"), level, words[3], warm_up = 500, draws = 2500)
  fits <- one(pack, "jags", by$slopes_of(fitted))
  script <- file.path(asked[1], pack, "metafor", "fit.R")
  if (!file.exists(script)) return(fits)
  sys.source(script, by)
  metafor <- by$fit(file.path(asked[1], pack, "metafor"))
  rbind(fits, do.call(rbind, lapply(names(metafor), function(name) one(pack, name, by$slopes_of(metafor[[name]])))))
}

write.csv(do.call(rbind, lapply(asked[-(1:2)], of_pack)), asked[2], row.names = FALSE)
