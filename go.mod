module recoupe

go 1.26.0
