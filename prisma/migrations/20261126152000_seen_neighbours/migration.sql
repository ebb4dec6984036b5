-- What plots were seen to be now has their nodes and neighbours: the next look is where alerts begin again.
DELETE FROM "PlotSeen";
